<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ include file="../include/header.jsp" %>

<h2>상품 등록</h2>
<form method="post" action="<c:url value='/admin/product/register'/>" enctype="multipart/form-data">
    <p>
        <label>분류
            <select name="category">
                <c:forEach var="category" items="${categories}">
                    <option value="${category.key}">${category.value}</option>
                </c:forEach>
            </select>
        </label>
    </p>
    <p><label>상품 이름 <input type="text" name="name" required></label></p>
    <p><label>가격 <input type="number" name="price" min="0" required></label></p>
    <p><label>재고 <input type="number" name="stock" min="0" required></label></p>
    <p><label>설명 <textarea name="description" rows="4" cols="60"></textarea></label></p>
    <p><label>이미지 <input type="file" name="imageFile" accept="image/*"></label></p>
    <button type="submit">등록</button>
</form>

<h2>재고 일괄 반영</h2>
<form method="post" action="<c:url value='/admin/product/stock'/>" enctype="multipart/form-data">
    <p><label>재고표(CSV) <input type="file" name="csv" accept=".csv" required></label></p>
    <button type="submit">반영</button>
</form>

<%@ include file="../include/footer.jsp" %>
