exports.upload = async (file, name) => ({ file, name });
