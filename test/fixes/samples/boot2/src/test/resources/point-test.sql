create table if not exists member (id varchar(20) primary key, grade varchar(10) not null);
create table if not exists point (member varchar(20) not null, amount int not null);
create table if not exists point_summary (member varchar(20) not null, total int not null);
create table if not exists notice (id bigint primary key, sent boolean not null);
merge into member (id, grade) values ('hong', 'GOLD');
