package shop;

class Hello {
}
