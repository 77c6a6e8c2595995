create table if not exists users (username varchar(50) primary key, password varchar(100) not null, enabled boolean not null);
create table if not exists authorities (username varchar(50) not null, authority varchar(50) not null);
create table if not exists note (member varchar(50) not null, text varchar(1000) not null);
