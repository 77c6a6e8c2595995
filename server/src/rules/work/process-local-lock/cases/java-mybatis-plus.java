package shop;

import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
import org.springframework.stereotype.Service;

@Service
class CouponServiceImpl extends ServiceImpl<CouponMapper, Coupon> {

    private TenantMapper tenantMapper;

    // expect-next work/process-local-lock warning {read=getById(), write=this.updateById()}
    public synchronized void take(long id) {
        Coupon coupon = getById(id);
        coupon.setLeft(coupon.getLeft() - 1);
        this.updateById(coupon);
    }

    // expect-next work/process-local-lock warning {read=tenantMapper.getMaxTenantId()}
    public synchronized int nextTenant() {
        int max = tenantMapper.getMaxTenantId();
        return max >= 1000 ? max + 1 : 1000;
    }

    // clean-next work/process-local-lock -- only reads
    public synchronized int lastTenant() {
        return tenantMapper.getMaxTenantId();
    }

    // clean-next work/process-local-lock -- its own method of this name, in memory
    public synchronized void remember(Coupon coupon) {
        count(coupon);
        save(coupon);
    }

    private void count(Coupon coupon) {
        coupon.setSeen(coupon.getSeen() + 1);
    }

    public boolean save(Coupon coupon) {
        return coupon.isValid();
    }
}
