const express = require("express")
const session = require("express-session")
const { RedisStore } = require("connect-redis")
const { createClient } = require("redis")

function createApp() {
  const app = express()
  const redisClient = createClient({ url: process.env.REDIS_URL ?? "redis://localhost:6379" })
  redisClient.on("error", console.error)
  redisClient.connect().catch(console.error)
  // Every visitor has a cart.
  app.use(
                                           
    session({
      store: new RedisStore({ client: redisClient }),
      secret: process.env.SESSION_SECRET,
    })
  )
  return app
}

module.exports = createApp
