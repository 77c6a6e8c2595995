package kr.co.dongne.shop.mapper;

import kr.co.dongne.shop.domain.Member;

public interface MemberMapper {

    Member selectMember(String memberId);
}
