package depot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Labels as printed, by the number of the parcel. */
class Labels {
    private static final Logger log = Logger.getLogger(Labels.class.getName());
    private static final String LABEL_DIR = "data/labels/";

    void answer(HttpExchange exchange, Tokens tokens) throws IOException {
        if (!tokens.isValid(exchange.getRequestHeaders().getFirst("Token"))) {
            Answers.status(exchange, 401);
            return;
        }
        String number = exchange.getRequestURI().getPath().replaceAll("\\D", "");
        try {
            if (exchange.getRequestMethod().equals("PUT")) {
                save(number, exchange.getRequestBody());
            }
            Answers.bytes(exchange, Files.readAllBytes(Paths.get(LABEL_DIR + number + ".txt")));
        } catch (IOException e) {
            log.log(Level.WARNING, "label " + number, e);
            Answers.status(exchange, 404);
        }
    }

    private void save(String number, InputStream in) throws IOException {
        Path label = Paths.get(LABEL_DIR + number + ".txt");
        Files.createDirectories(label.getParent());
        Files.copy(in, label, StandardCopyOption.REPLACE_EXISTING);
    }
}
