import dj_database_url

MAIN = "default"
DATABASES = {
    # expect-next config/hard-coded-credential info {name=MAIN}
    MAIN: dj_database_url.config(
        env="DATABASE_URL",
        # clean-next config/hard-coded-credential -- told once, with what reads it
        default="postgres://shop:Tn4-vx81Qs@db.shop.kr:5432/shop",
    ),
}
