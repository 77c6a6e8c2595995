package shop;

class Shop {
}
