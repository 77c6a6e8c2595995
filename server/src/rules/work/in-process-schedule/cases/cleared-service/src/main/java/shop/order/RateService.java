package shop.order;

import java.util.List;
import org.springframework.stereotype.Service;

@Service
public class RateService {
    private final RateRepository rateRepository;
    private volatile List<Rate> rates = List.of();

    public RateService(RateRepository rateRepository) {
        this.rateRepository = rateRepository;
    }

    public void collectRates() {
        rates = rateRepository.findAll();
    }

    public List<Rate> rates() {
        return rates;
    }
}
