import { describe, expect, test } from 'vitest';
import { isSoftwareRenderer } from './software-renderer';

describe('a renderer', () => {
  test.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Google SwiftShader',
    'google swiftshader',
    'lavapipe',
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'Mesa softpipe',
    'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'Apple Software Renderer',
  ])('%s is a software renderer', (renderer) => {
    expect(isSoftwareRenderer(renderer)).toBe(true);
  });

  test.each([
    'Apple M2',
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'Adreno (TM) 640',
    'Mali-G78',
    'unknown renderer',
  ])('%s is a graphics card', (renderer) => {
    expect(isSoftwareRenderer(renderer)).toBe(false);
  });
});
