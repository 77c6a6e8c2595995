package shop.net;

import java.net.ServerSocket;

/** 대외계 전문 수신 서버: 은행 공동망에서 들어오는 전문을 처리한다. */
public class 전문수신서버 {
    private final String 안내 = "전문 수신을 시작합니다";

    void 시작(int 포트) throws Exception {
        // expect-next network/raw-socket warning
        ServerSocket 서버 = new ServerSocket(포트);
        while (true) 처리(서버.accept());
    }

    // clean-next network/raw-socket -- 전문 길이를 계산할 뿐이다
    int 길이(byte[] 전문) {
        return 전문.length;
    }
}
