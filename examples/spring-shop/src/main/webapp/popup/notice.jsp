<%@ page language="java" contentType="text/html; charset=EUC-KR" pageEncoding="EUC-KR" %>
<%
    // 이 접속이 끝날 때까지 공지 창을 열지 않는다
    if ("Y".equals(request.getParameter("close"))) {
        session.setAttribute("noticeClosed", "Y");
%>
<script>window.close();</script>
<%
        return;
    }
%>
<html>
<head>
    <title>공지사항</title>
</head>
<body>
<h3>설 연휴 배송 안내</h3>
<p>설 연휴 동안 택배사가 쉬어 배송이 늦어집니다.<br>
연휴 전 마지막 발송은 2월 1일 오후 2시 주문까지입니다.</p>
<form method="post" action="notice.jsp">
    <input type="hidden" name="close" value="Y">
    <input type="submit" value="다시 보지 않기">
</form>
</body>
</html>
