package shop;

class StudyServlet extends SecureController {
    void process(Object study) {
        // expect-next state/http-session error {attribute=study}
        session.setAttribute("study", study);
    }
}

class Report {
    void process(Object study) {
        // clean-next state/http-session -- nothing tells what it is
        session.setAttribute("study", study);
    }
}
