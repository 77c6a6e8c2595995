package kr.co.shop;

public class Users {
}
