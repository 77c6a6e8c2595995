<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fmt" uri="http://java.sun.com/jsp/jstl/fmt" %>
<%@ include file="../include/header.jsp" %>

<h2>장바구니</h2>
<c:choose>
    <c:when test="${empty cart.items}">
        <p>장바구니가 비어 있습니다.</p>
    </c:when>
    <c:otherwise>
        <table>
            <tr><th>상품</th><th>수량</th><th>금액</th><th></th></tr>
            <c:forEach var="item" items="${cart.items}">
                <tr>
                    <td><c:out value="${item.productName}"/></td>
                    <td>${item.quantity}</td>
                    <td><fmt:formatNumber value="${item.amount}"/>원</td>
                    <td>
                        <form method="post" action="<c:url value='/cart/remove'/>">
                            <input type="hidden" name="productId" value="${item.productId}">
                            <button type="submit">빼기</button>
                        </form>
                    </td>
                </tr>
            </c:forEach>
            <tr>
                <th colspan="2">합계</th>
                <td colspan="2"><fmt:formatNumber value="${cart.totalPrice}"/>원</td>
            </tr>
        </table>

        <h3>주문하기</h3>
        <form method="post" action="<c:url value='/order/place'/>">
            <p><label>받는 분 <input type="text" name="receiver" required></label></p>
            <p><label>휴대폰 <input type="text" name="phone" placeholder="010-0000-0000" required></label></p>
            <p><label>주소 <input type="text" name="address" size="60" required></label></p>
            <p>
                <label>입금 은행
                    <select name="bankCode">
                        <option value="004">국민은행</option>
                        <option value="020">우리은행</option>
                        <option value="088">신한은행</option>
                    </select>
                </label>
            </p>
            <button type="submit">무통장 입금으로 주문</button>
        </form>
    </c:otherwise>
</c:choose>

<%@ include file="../include/footer.jsp" %>
