package kr.co.shop;

public class Pages {
}
