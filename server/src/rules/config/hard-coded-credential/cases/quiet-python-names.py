VARIABLES = {
    # clean-next config/hard-coded-credential -- the name of a variable of the environment
    "smtp.password": "SHOP_SMTP_PASSWORD",
}
# clean-next config/hard-coded-credential -- the key of a setting
encode_secret = "api_token.jwt.encode.secret"
