CREATE TABLE member (
    member_id  VARCHAR(30)  NOT NULL PRIMARY KEY,
    password   VARCHAR(100) NOT NULL,
    name       VARCHAR(50)  NOT NULL,
    role       VARCHAR(10)  NOT NULL,
    joined_at  DATETIME     NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE product (
    product_id  BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    category    VARCHAR(20)   NOT NULL,
    name        VARCHAR(100)  NOT NULL,
    price       INT           NOT NULL,
    stock       INT           NOT NULL DEFAULT 0,
    image       VARCHAR(100),
    description VARCHAR(1000),
    created_at  DATETIME      NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE orders (
    order_id    BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id   VARCHAR(30)  NOT NULL,
    status      VARCHAR(10)  NOT NULL,
    bank_code   VARCHAR(3)   NOT NULL,
    receiver    VARCHAR(50)  NOT NULL,
    phone       VARCHAR(20)  NOT NULL,
    address     VARCHAR(200) NOT NULL,
    total_price INT          NOT NULL,
    ordered_at  DATETIME     NOT NULL
);

CREATE TABLE order_item (
    order_item_id BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id      BIGINT       NOT NULL,
    product_id    BIGINT       NOT NULL,
    product_name  VARCHAR(100) NOT NULL,
    price         INT          NOT NULL,
    quantity      INT          NOT NULL
);

CREATE INDEX idx_orders_status ON orders (status, ordered_at);
CREATE INDEX idx_order_item_order ON order_item (order_id);
