create table room (name varchar(40) primary key);
create table reservation (guest varchar(40) not null);
create table reminder (guest varchar(40) not null);
insert into room (name) values ('Halla');
insert into reservation (guest) values ('hong');
