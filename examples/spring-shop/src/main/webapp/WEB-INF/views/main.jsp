<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<%@ include file="include/header.jsp" %>

<%-- 공지를 닫지 않은 손님에게만 공지 창을 연다 --%>
<c:if test="${empty sessionScope.noticeClosed}">
    <script>
        window.open("<c:url value='/popup/notice.jsp'/>", "notice", "width=420,height=320");
    </script>
</c:if>

<form class="search" method="get" action="<c:url value='/'/>">
    <input type="text" name="keyword" value="<c:out value='${param.keyword}'/>" placeholder="상품 이름">
    <button type="submit">검색</button>
</form>

<ul class="categories">
    <li><a href="<c:url value='/'/>">전체</a></li>
    <c:forEach var="category" items="${categories}">
        <c:url var="categoryUrl" value="/"><c:param name="category" value="${category.key}"/></c:url>
        <li><a href="${categoryUrl}">${category.value}</a></li>
    </c:forEach>
</ul>

<c:if test="${not empty popularProducts}">
    <h2>많이 본 상품</h2>
    <ol>
        <c:forEach var="product" items="${popularProducts}">
            <li><a href="<c:url value='/product/${product.productId}'/>"><c:out value="${product.name}"/></a></li>
        </c:forEach>
    </ol>
</c:if>

<h2>상품 목록</h2>
<table>
    <tr><th>상품</th><th>분류</th><th>가격</th></tr>
    <c:forEach var="product" items="${products}">
        <tr>
            <td><a href="<c:url value='/product/${product.productId}'/>"><c:out value="${product.name}"/></a></td>
            <td>${categories[product.category]}</td>
            <td><fmt:formatNumber value="${product.price}"/>원</td>
        </tr>
    </c:forEach>
    <c:if test="${empty products}">
        <tr><td colspan="3">찾으시는 상품이 없습니다.</td></tr>
    </c:if>
</table>

<%@ include file="include/footer.jsp" %>
