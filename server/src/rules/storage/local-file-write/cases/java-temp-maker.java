package shop;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

class ChartMaker {

    private ApplicationFiles files;

    void draw(Chart chart, UserSession user) throws IOException {
        File image = files.createTempFile(user, "chart", ".png", true);
        // clean-next storage/local-file-write -- made by the application's own class, which may remove it with the user's session
        OutputStream out = new FileOutputStream(image);
        chart.paint(out);
        out.close();
        chart.shows(image.getName());
    }

    void drawAll(Chart chart, UserSession user) throws IOException {
        File[] images = createTempFiles(user);
        // clean-next storage/local-file-write -- the same through a method of this class
        OutputStream out = new FileOutputStream(images[0]);
        chart.paint(out);
        out.close();
    }

    private File[] createTempFiles(UserSession user) throws IOException {
        return new File[] {files.createTempFile(user, "chart", ".png", true)};
    }

    void keep(Chart chart) throws IOException {
        File image = File.createTempFile("chart", ".png");
        // expect-next storage/local-file-write info
        OutputStream out = new FileOutputStream(image);
        chart.paint(out);
        out.close();
        chart.shows(image.length());
    }
}

class ReportMaker {

    private Report report;

    ReportStatus run(HttpSession session) throws IOException {
        ReportStatus status = new ReportStatus();
        session.setAttribute("report", status);
        Path path = ReportFiles.createTempFile("report", ".pdf", "stream_directory");
        // expect-next storage/local-file-write warning
        OutputStream out = Files.newOutputStream(path);
        report.export(out);
        out.close();
        status.setMessage(path.getFileName().toString()).setPath(path.toString());
        return status;
    }
}

class ReportPage {

    private Report report;

    void prepare(HttpServletRequest request) throws IOException {
        File file = File.createTempFile("report", ".pdf");
        // expect-next storage/local-file-write warning
        OutputStream out = new FileOutputStream(file);
        report.export(out);
        out.close();
        request.getSession().setAttribute("reportFile", file.getAbsolutePath());
    }

    void show(HttpServletRequest request) throws IOException {
        File file = File.createTempFile("report", ".pdf");
        // expect-next storage/local-file-write info -- the page that this request forwards to has it
        OutputStream out = new FileOutputStream(file);
        report.export(out);
        out.close();
        request.setAttribute("reportFile", file.getAbsolutePath());
    }

    void send(HttpSession session, Mail mail) throws IOException {
        File file = File.createTempFile("report", ".pdf");
        // clean-next storage/local-file-write -- gone before the request ends
        OutputStream out = new FileOutputStream(file);
        report.export(out);
        out.close();
        mail.attach(file);
        session.setAttribute("lastReport", file.getName());
        file.delete();
    }
}
