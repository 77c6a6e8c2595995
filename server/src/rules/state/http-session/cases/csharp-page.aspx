<%@ Page Language="C#" %>
<html>
<%-- Session["old"] = 1; --%>
<%
  // expect-next state/http-session {attribute=visitor}
  Session["visitor"] = Request.UserHostName;
%>
<p><%: Session["visitor"] %></p>
</html>
