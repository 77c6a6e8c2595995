<%@ page pageEncoding="UTF-8" %>
</main>
<footer>
    <p>동네상점 · 고객센터 1588-0000 · 평일 09:00~18:00</p>
</footer>
</body>
</html>
