import assert from 'node:assert/strict';
import { describeImages, dockerfile, found, generate, openshift } from './golden.js';
import type { Files } from './workspaces.js';

const mod = (extra = ''): string => `module example.com/shop\n\ngo 1.22\n${extra}`;
const http = 'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\tport := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "9090"\n\t}\n\thttp.ListenAndServe(":"+port, nil)\n}\n';
const gin = 'package main\n\nimport "github.com/gin-gonic/gin"\n\nfunc main() {\n\tr := gin.Default()\n\tr.LoadHTMLGlob("templates/*")\n\tr.Static("/static", "./public")\n\tr.Run(":8081")\n}\n';
const hello = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("hello")\n}\n';

const workspaces: Readonly<Record<string, Files>> = {
  'go-http': { 'go.mod': mod(), 'go.sum': '', 'main.go': http },
  'go-gin-files': { 'go.mod': mod('require github.com/gin-gonic/gin v1.10.0\n'), 'go.sum': '', 'cmd/web/main.go': gin, 'templates/index.html': '<p>shop</p>', 'public/shop.css': 'p {}' },
  'go-embedded-front-end': { 'go.mod': mod(), 'go.sum': '', 'main.go': 'package main\n\nimport (\n\t"embed"\n\t"net/http"\n)\n\n//go:embed all:web/dist\nvar pages embed.FS\n\nfunc main() {\n\thttp.ListenAndServe(":8080", http.FileServer(http.FS(pages)))\n}\n', 'web/package.json': '{"name":"web","private":true,"scripts":{"build":"vite build"},"devDependencies":{"vite":"6"}}', 'web/package-lock.json': '{}', 'web/index.html': '' },
  'go-cgo': { 'go.mod': mod('require github.com/mattn/go-sqlite3 v1.14.22\n'), 'go.sum': '', 'main.go': http },
  'go-openshift': { ...openshift, 'go.mod': mod('\ntoolchain go1.23.1\n'), 'go.sum': '', 'main.go': http },
};

describe('Dockerfile generator for Go', () => {
  describeImages(workspaces);
  describeImages({ 'go-program': { 'go.mod': mod(), 'main.go': hello } }, false);

  it('reads the port and its variable', async () => {
    const port = async (address: string, before = ''): Promise<unknown> => (await found({ 'go.mod': mod(), 'main.go': `package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\n${before}\nfunc main() {\n\thttp.ListenAndServe(${address}, nil)\n}\n` }))[0]?.port;
    assert.deepEqual(await port('":7000"'), { port: 7000, source: 'main.go' });
    assert.deepEqual(await port('address', 'const address = "0.0.0.0:7001"\n'), { port: 7001, source: 'main.go' });
    assert.deepEqual(await port('":" + getEnv("APP_PORT", "7002")', 'func getEnv(name, other string) string { return other }\n'), { port: 7002, source: 'main.go', env: 'APP_PORT' });
    assert.deepEqual(await port('os.Getenv("ADDR")'), { port: 8080, source: undefined, env: 'ADDR' });
  });

  it('runs on a distribution where the code starts programs', async () => {
    const preview = http.replace('"os"', '"os"\n\t"os/exec"').replace('func main() {', 'func main() {\n\texec.Command("ffmpeg", "-version").Run()');
    const files = { 'go.mod': mod(), 'main.go': preview };
    const text = await dockerfile(files);
    assert.match(text, /^FROM debian:bookworm-slim$/m);
    assert.match(text, /^# Programs that the code starts: ffmpeg\.\n.*\n.* ffmpeg=7:\* \\$/m);
    assert.match(text, /^USER 10001:10001$/m);
    assert.equal((await found(files))[0]?.user, 10001);
  });

  it('hands a variable for an address one with a port', async () => {
    assert.match(await dockerfile({ 'go.mod': mod(), 'main.go': 'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(os.Getenv("LISTEN_ADDR"), nil)\n}\n' }), /^ENV LISTEN_ADDR=:8080$/m);
  });

  it('tells servers from tools of one module, and gives each server an image', async () => {
    const all = await found({ 'go.mod': mod(), 'cmd/api/main.go': http, 'cmd/admin/main.go': http, 'cmd/import/main.go': hello });
    assert.deepEqual(all.map(({ dir, name }) => [dir, name]), [['cmd/admin', 'admin'], ['cmd/api', 'api']]);
    const image = await generate({ 'go.mod': mod(), 'cmd/api/main.go': http, 'cmd/admin/main.go': http }, 'cmd/api');
    assert.equal(image.files[0]?.path, 'cmd/api/Dockerfile');
    assert.match(image.files[0]?.text ?? '', /go build .* \.\/cmd\/api/);
  });

  it('finds the server behind packages, and the command that serves', async () => {
    const files = {
      'go.mod': mod('require github.com/spf13/cobra v1.8.0\n'), 'main.go': 'package main\n\nimport "example.com/shop/cmd"\n\nfunc main() { cmd.Execute() }\n',
      'cmd/serve.go': 'package cmd\n\nimport (\n\t"net/http"\n\n\t"github.com/spf13/cobra"\n)\n\nvar serve = &cobra.Command{Use: "serve", Run: func(c *cobra.Command, args []string) { http.ListenAndServe(":8088", nil) }}\n\nfunc Execute() { serve.Execute() }\n',
    };
    const [one] = await found(files);
    assert.deepEqual([one?.start, one?.port.port], [['/app/server', 'serve'], 8088]);
  });

  it('reads the port of a server of gRPC, and marks one that only root may open', async () => {
    const grpc = (address: string): string => `package main\n\nimport (\n\t"net"\n\n\t"google.golang.org/grpc"\n)\n\nfunc main() {\n\tlis, _ := net.Listen("tcp", ${address})\n\tgrpc.NewServer().Serve(lis)\n}\n`;
    const files = (address: string): Files => ({ 'go.mod': mod('require google.golang.org/grpc v1.60.0\n'), 'main.go': grpc(address) });
    assert.equal((await found(files('":5050"')))[0]?.port.port, 5050);
    assert.match(await dockerfile(files('":81"')), /^# TODO: not every cluster lets an account without rights open a port below 1024/m);
  });

  it('takes in all modules of a workspace of Go', async () => {
    const image = await generate({ 'go.work': 'go 1.22\n\nuse (\n\t./api\n\t./shared\n)\n', 'api/go.mod': mod(), 'api/main.go': http, 'shared/go.mod': 'module example.com/shared\n\ngo 1.22\n', 'shared/shared.go': 'package shared\n' });
    assert.match(image.files[0]?.text ?? '', /^WORKDIR \/src\/api$/m);
    assert.match(image.files[0]?.text ?? '', /^COPY \. \/src\/$/m);
  });

  it('asks for a go.mod where there is none', async () => assert.match(await dockerfile({ 'main.go': http }), /^# TODO: there is no go\.mod/m));

  it('quotes names of folders', async () => {
    const text = await dockerfile({ 'go.mod': mod(), "cmd/주문 서버's/main.go": http });
    assert.match(text, /-o \/out\/app\/server '\.\/cmd\/주문 서버'\\''s'/);
  });

  it('offers nothing for libraries and for tools at a prompt', async () => {
    assert.deepEqual(await found({ 'go.mod': mod(), 'shop.go': 'package shop\n' }), []);
    assert.deepEqual(await found({ 'go.mod': mod('require github.com/spf13/cobra v1.8.0\n'), 'main.go': 'package main\n\nimport "github.com/spf13/cobra"\n\nfunc main() { (&cobra.Command{}).Execute() }\n' }), []);
    assert.deepEqual(await found({ 'go.mod': mod(), 'shop.go': 'package shop\n', 'examples/web/main.go': http }), []);
  });
});
