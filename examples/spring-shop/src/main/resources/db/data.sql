-- 개발용 회원: hong / hong1234, admin / admin1234
INSERT INTO member (member_id, password, name, role) VALUES
    ('hong',  '$2a$10$pPQuqZNh.GhiSDgkmI.IQO1M6AmH6vgR8qc0.yEhqW4Bd8j2mA8ru', '홍길동', 'USER'),
    ('admin', '$2a$10$R7AOM5AKMgrRv/c7UBfOgeEPSuElLzdq.AhtlpHOF7RT/Enq6KcfS', '관리자', 'ADMIN');

INSERT INTO product (category, name, price, stock, description) VALUES
    ('FRUIT',     '청송 사과 5kg',        32000, 40, '아침 이슬을 맞고 자란 꿀사과입니다.'),
    ('FRUIT',     '제주 감귤 10kg',       28000, 60, '노지에서 키워 새콤달콤합니다.'),
    ('VEGETABLE', '강원도 감자 10kg',     19000, 80, '포슬포슬한 수미 감자입니다.'),
    ('SEAFOOD',   '완도 마른김 100장',    15000, 120, '바람에 말린 재래김입니다.'),
    ('SIDE',      '전라도 배추김치 3kg',  27000, 25, '주문이 들어오면 담급니다.');

-- 입금하지 않고 기한이 지난 주문
INSERT INTO orders (member_id, status, bank_code, receiver, phone, address, total_price, ordered_at) VALUES
    ('hong', 'WAITING', '004', '홍길동', '010-1234-5678', '서울시 종로구 세종대로 1', 64000, '2019-01-05 10:20:00');
INSERT INTO order_item (order_id, product_id, product_name, price, quantity) VALUES
    (1, 1, '청송 사과 5kg', 32000, 2);
