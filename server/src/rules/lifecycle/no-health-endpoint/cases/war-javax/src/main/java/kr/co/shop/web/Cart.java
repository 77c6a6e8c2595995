package kr.co.shop.web;

class Cart {
}
