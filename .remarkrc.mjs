import links from 'remark-validate-links';

// Links to other sites are left alone: no test calls anything outside. A link to a text in a file is tested with the assumptions.
export default { plugins: [[links, { repository: false, skipPathPatterns: [/#:~:text=/] }]] };
