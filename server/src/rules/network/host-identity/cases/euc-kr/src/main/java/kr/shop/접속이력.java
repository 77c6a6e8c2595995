package kr.shop;

import javax.servlet.http.HttpServletRequest;

/** 접속 이력을 남긴다 (똠방각하: 확장 완성형 글자). */
public class 접속이력 {
    void 기록(HttpServletRequest request, LoginLog 이력) {
        // expect-next network/host-identity warning
        이력.setLoginIp(request.getRemoteAddr());
        dao.insertLoginLog(이력);
    }

    void 출력(HttpServletRequest request) {
        // clean-next network/host-identity -- 로그에만 남긴다
        log.debug("접속: " + request.getRemoteAddr());
    }
}
