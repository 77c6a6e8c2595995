package kr.co.shop;

public class Reports {
}
