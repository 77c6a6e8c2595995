package shop;

import java.io.File;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.web.multipart.MultipartFile;
import org.w3c.dom.Document;

class ExtensionSettings {
    void save(Document document) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        File file = new File("/opt/shop/extensions.xml");
        // expect-next storage/local-file-write warning
        transformer.transform(new DOMSource(document), new StreamResult(file));
    }

    void extend(MultipartFile library) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("/opt/shop/libraries.xml"));
        document.getDocumentElement().setAttribute("last", library.getOriginalFilename());
        // expect-next storage/local-file-write warning -- the settings that name the upload, not the upload
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new File("/opt/shop/libraries.xml")));
    }

    void empty() throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        document.appendChild(document.createElement("extensions"));
        // clean-next storage/local-file-write -- nothing that another process would not write as well
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new File("/opt/shop/made.xml")));
    }

    void list(java.util.List<String> names) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        for (String name : names) {
            document.appendChild(document.createElement(name));
        }
        // expect-next storage/local-file-write warning
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(new File("/opt/shop/names.xml")));
    }

    String print(Document document) throws Exception {
        StringWriter text = new StringWriter();
        // clean-next storage/local-file-write -- into memory
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
