import requests

# expect-next config/hard-coded-credential warning {name=MAIL_PASSWORD, count=1}
MAIL_PASSWORD = "Tn4-vx81Qs"
SMS_TOKEN = "8f2c-44ab-91de-7c05"


def send(text):
    requests.post("https://sms.shop.kr/send", headers={"X-Token": SMS_TOKEN}, json={"text": text})
