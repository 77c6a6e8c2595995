package shop;

import software.amazon.awssdk.services.s3.S3Client;

class S3Files {
    private S3Client s3;

    void put(Object request, Object body) {
        s3.putObject(request, body);
    }
}
