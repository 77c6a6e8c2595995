const express = require("express")
const session = require("express-session")

function createApp() {
  const app = express()
  // Every visitor has a cart.
  app.use(
    // expect-next state/http-session error
    session({
      secret: process.env.SESSION_SECRET,
    })
  )
  return app
}

module.exports = createApp
