const express = require('express');
const { Pool } = require('pg');

const pool = new Pool({ max: 50 });
const app = express();
app.get('/orders', async (req, res) => res.json((await pool.query('select * from orders')).rows));
app.listen(8080);
