const express = require('express');
const { ApolloServer } = require('apollo-server-express');
const { schema } = require('./schema');

const app = express();
new ApolloServer({ schema }).applyMiddleware({ app, disableHealthCheck: true });
app.listen(process.env.PORT || 3000, () => console.log('ready'));
