const fs = require('fs-extra');
const path = require('path');
const sharp = require('sharp');
const { FilesCollection } = require('meteor/ostrio:files');
const { hashOf, encode } = require('./names');

const dataRoot = () => path.join(process.env.DATA_PATH || process.cwd(), 'files');
const markers = process.env.MARKER_DIR ? path.join(process.env.MARKER_DIR, 'name.txt') : '';

module.exports = {
  repoPath: null,

  async init() {
    this.repoPath = path.resolve(this.config.repo);
    // clean-next storage/local-file-write -- each pod writes its own copy of the setting when it starts
    await fs.outputFile(path.join(this.repoPath, 'key.pem'), this.config.privateKey + '\n');
  },
  async created(page) {
    const fileName = `${page.path}.md`;
    const filePath = path.join(this.repoPath, fileName);
    // expect-next storage/local-file-write warning {where=this.repoPath}
    await fs.outputFile(filePath, page.text);
  },
  async renamed(page) {
    // expect-next storage/local-file-write warning {where=this.repoPath}
    await fs.move(path.join(this.repoPath, page.path), path.join(this.repoPath, page.target));
    // clean-next storage/local-file-write -- a command of version control, not an uploaded file
    await this.git.mv(`./${page.path}`, `./${page.target}`, page.files);
  },
  async cache(options, asset) {
    // expect-next storage/local-file-write warning {where=APP.config.dataPath}
    await fs.copy(asset.path, path.resolve(APP.ROOT, APP.config.dataPath, `cache/${hashOf(options.assetPath)}.dat`));
  },
  async keepImage(name, image) {
    // expect-next storage/local-file-write warning {where=../tmp/image-cache}
    await fs.writeFile(path.join(__dirname, '../tmp/image-cache', `${name}.jpg`), image);
  },
  async backup(name, text) {
    const folder = path.join(dataRoot(), ...name.split('/'));
    // expect-next storage/local-file-write warning {where=DATA_PATH}
    await fs.writeFile(path.join(folder, 'meta.json'), text);
  },
  async mark(name) {
    // expect-next storage/local-file-write info {where=MARKER_DIR} -- only where the setting is made
    await fs.writeFile(markers, name);
  },
  async sanitizeFile(file) {
    const text = await fs.readFile(file, 'utf8');
    // clean-next storage/local-file-write -- the file is there already
    await fs.writeFile(file, encode(text));
  },
  async resizeImage(data) {
    // expect-next storage/local-file-write info -- only the caller knows where
    await sharp(data.path).resize(100).toFile(data.target || data.path);
  },
  async export(options, text) {
    // clean-next storage/local-file-write -- a file whose functions write where their callers say is told once
    await fs.writeFile(path.join(options.path, 'orders.csv'), text);
    // clean-next storage/local-file-write -- as above
    await fs.writeFile(path.join(options.path, 'users.csv'), text);
  },
  async linkFile(from, to) {
    // clean-next storage/local-file-write -- a link holds nothing
    await fs.symlink(from, to);
  },
  async compileTemplates(views, name, text) {
    // clean-next storage/local-file-write -- built from what the image holds
    await fs.writeFile(path.join(views.config.folder, name), encode(text));
  },
  async exportOrders(text) {
    // expect-next storage/local-file-write warning {where=../build/export/orders.csv}
    await fs.writeFile(path.join(__dirname, '../build/export', 'orders.csv'), text);
  },
  async exportUploads(user, text) {
    // expect-next storage/local-file-write warning {where=../build/export} -- not what users upload, whatever it is called
    await fs.writeFile(path.join(__dirname, '../build/export', `${user.id}_uploads.csv`), text);
  },
  // expect-next storage/local-file-write warning {where=DATA_PATH}
  attachments: new FilesCollection({ collectionName: 'attachments', storagePath: path.join(dataRoot(), 'attachments') }),
};
