package shop.partner;

class Stock {
    void load() throws Exception {
        // expect-next config/hard-coded-credential warning {name=accessToken}
        String urlstr = "https://api.partner.example.org/stock?accessToken=eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3MTk2NDcy.c2lnbmF0dXJl&lang=ko";
        open(urlstr + "&no=1");
    }

    void prices() throws Exception {
        // expect-next config/hard-coded-credential warning {name=accessToken}
        String url = "https://api.partner.example.org/price?lang=ko&accessToken=eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3MTk2NDcy.c2lnbmF0dXJl";
        open(url);
        // clean-next config/hard-coded-credential -- the caller fills it in
        open("https://api.partner.example.org/price?accessToken=" + token);
    }
}
