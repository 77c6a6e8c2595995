package shop;

import javax.servlet.annotation.MultipartConfig;
import javax.servlet.annotation.WebServlet;

@WebServlet("/upload")
// expect-next storage/local-file-write warning {where=/data/parts}
@MultipartConfig(location = "/data/parts", maxFileSize = 1048576)
class PartServlet {
}

// clean-next storage/local-file-write -- only passes through
@MultipartConfig(location = "/tmp")
class TempServlet {
}
