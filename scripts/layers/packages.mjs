// Packages that several layers import, each a regular expression.
export const react = ['react', 'react-dom', '@types/react', '@types/react-dom'];
export const tfjs = ['@tensorflow/tfjs-[^/]+'];
export const charts = ['recharts', '(@types/)?d3-(array|scale)'];
export const controls = ['lucide-react'];
export const words = ['@lingui/core', '@lingui/react'];
