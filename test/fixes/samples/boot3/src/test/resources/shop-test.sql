create table if not exists article (number varchar(20) primary key, name varchar(100) not null, price decimal(10, 2) not null);
create table if not exists purchase (id bigint primary key, state varchar(10) not null, due timestamp not null);
merge into article (number, name, price) values ('A-1', 'Lamp', 19.90);
merge into purchase (id, state, due) values (1, 'OPEN', timestamp '2020-01-01 00:00:00');
