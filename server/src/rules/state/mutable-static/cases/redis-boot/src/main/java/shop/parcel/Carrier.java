package shop.parcel;

import org.springframework.stereotype.Component;

@Component
class Carrier {
    void call(Long parcel) {
    }
}
