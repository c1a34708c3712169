import links from 'remark-validate-links';

// Links to other sites are left alone: no test calls anything outside.
export default { plugins: [[links, { repository: false }]] };
