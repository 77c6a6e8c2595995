package kr.co.dongne.shop.service;

import kr.co.dongne.shop.common.ValidationUtils;
import kr.co.dongne.shop.domain.Member;
import kr.co.dongne.shop.mapper.MemberMapper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

@Service
public class MemberService {

    @Autowired
    private MemberMapper memberMapper;

    @Autowired
    private PasswordEncoder passwordEncoder;

    /** @return 회원, 아이디나 비밀번호가 맞지 않으면 null */
    public Member authenticate(String memberId, String password) {
        if (!ValidationUtils.isMemberId(memberId)) {
            return null;
        }
        Member member = memberMapper.selectMember(memberId);
        if (member == null || !passwordEncoder.matches(password, member.getPassword())) {
            return null;
        }
        return member;
    }
}
