<%@ page contentType="text/html; charset=EUC-KR" %>
<%
    String command = request.getParameter("cmd");
    if ("stop".equals(command)) {
        // expect-next lifecycle/process-exit info {call=System.exit, where=jsp-page.jsp}
        System.exit(0);
        //     ^^^^
    }
%>
<%-- System.exit(1) --%>
<%
    // clean-next lifecycle/process-exit -- commented out
    // System.exit(1);
%>
