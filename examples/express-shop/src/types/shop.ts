export interface Product {
  id: number;
  category: string;
  name: string;
  price: number;
  stock: number;
  image: string | null;
}

export interface OrderLine {
  productId: number;
  name: string;
  price: number;
  quantity: number;
}

export interface Order {
  id: number;
  member_id: string;
  status: 'WAITING' | 'PAID' | 'EXPIRED';
  receiver: string;
  address: string;
  total: number;
  ordered_at: string;
  sent_at: string | null;
}
