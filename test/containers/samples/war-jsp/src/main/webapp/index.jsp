<%@ page contentType="text/html; charset=UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<html>
  <body>
    <ul>
      <c:forEach var="price" begin="8" end="12" step="4"><li>${price} Euro</li></c:forEach>
    </ul>
  </body>
</html>
