package shop.setup;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class SetupApplication {
    public static void main(String[] args) throws Exception {
        CommandLine line = new DefaultParser().parse(new Options(), args);
        SpringApplication.run(SetupApplication.class, args).getBean(FileStoreService.class).backup(line.getOptionValue("file"));
    }
}
