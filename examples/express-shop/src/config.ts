export const config = {
  port: Number(process.env.PORT || 3000),
  sessionSecret: process.env.SESSION_SECRET || 'dongne-shop-session',
  warehouseUrl: process.env.WAREHOUSE_URL || 'http://localhost:8081',
  unpaidDays: 3,
};

/** 상품 분류. 메뉴에 보이는 순서대로 둔다. */
export const CATEGORIES = new Map([
  ['FRUIT', '과일'],
  ['VEGETABLE', '채소'],
  ['SEAFOOD', '수산물'],
  ['SIDE', '반찬'],
]);

/** 상품 이미지로 받는 형식과 저장할 확장자 */
export const IMAGE_TYPES: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
};
