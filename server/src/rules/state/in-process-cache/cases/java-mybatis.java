package shop;

import org.apache.ibatis.annotations.CacheNamespace;
import org.apache.ibatis.annotations.Mapper;

@Mapper
// expect-next state/in-process-cache warning {name=MemberMapper}
@CacheNamespace
interface MemberMapper {
    Member find(long id);
}
