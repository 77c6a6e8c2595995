const loaded = new Map();

async function load(category) {
  if (!loaded.has(category)) {
    const response = await fetch(`api/products?category=${encodeURIComponent(category)}`);
    loaded.set(category, await response.json());
  }
  show(loaded.get(category));
}

function show(products) {
  const list = document.getElementById('products');
  list.replaceChildren(
    ...products.map((product) => {
      const item = document.createElement('li');
      item.textContent = `${product.name} ${product.price.toLocaleString('ko-KR')}원`;
      return item;
    }),
  );
}

async function start() {
  const response = await fetch('api/products/categories');
  const nav = document.getElementById('categories');
  for (const { code, name } of [{ code: '', name: '전체' }, ...(await response.json())]) {
    const button = document.createElement('button');
    button.textContent = name;
    button.addEventListener('click', () => load(code));
    nav.append(button);
  }
  await load('');
}

start();
