class Mail:
    class Meta:
        json_fields = {
            "reply_to": "mail_settings",
            "smtp_host": "mail_settings",
            # clean-next config/hard-coded-credential -- a word that stands for several things
            "smtp_password": "mail_settings",
        }


OPTIONS = {
    "host": "smtp.shop.example",
    # expect-next config/hard-coded-credential
    "password": "Wint3r-mail",
}
