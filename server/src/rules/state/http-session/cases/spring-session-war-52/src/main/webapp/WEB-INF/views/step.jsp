<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%-- expect-next state/http-session warning --%>
<c:set var="step" value="2" scope="session"/>
