package shop;

import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Service;

@Service
class DocumentService extends ServiceImpl<DocumentMapper, Document> {

    void rebuild(Document document) {
        // expect-next work/unmanaged-thread warning {what=CompletableFuture.runAsync, work=this.updateById()}
        CompletableFuture.runAsync(() -> {
            //            ^^^^^^^^
            document.build();
            this.updateById(document);
        }).exceptionally(failed -> null);
    }

    void waited(Document document) {
        // clean-next work/unmanaged-thread -- the caller waits
        CompletableFuture.runAsync(() -> this.updateById(document)).join();
    }

    CompletableFuture<Void> handed(Document document) {
        // clean-next work/unmanaged-thread -- the caller gets it
        return CompletableFuture.runAsync(() -> this.updateById(document));
    }

    void own(Document document) {
        // clean-next work/unmanaged-thread -- only computes
        CompletableFuture.runAsync(() -> document.build());
    }
}
